"""Every message a person may see about an input: code, text and remedy in one table.

``docs/errors.md`` is checked against this table by a test.
"""

from kg.model import Severity

MESSAGES: dict[str, tuple[Severity, str, str]] = {
    "KG001": ("error", "the file is empty", "remove it, or put the report's text into it"),
    "KG002": (
        "error",
        "the file is not text (it holds binary data)",
        "convert it to plain text (.txt, UTF-8 or GB18030)",
    ),
    "KG003": ("error", "the file cannot be read: {why}", "check its path and its permissions"),
    "KG004": (
        "error",
        "the file has {size} bytes, more than the limit of {limit}",
        "split it into one file a report, or raise the limit with --max-bytes",
    ),
    "KG005": (
        "warning",
        "the text shows no sign of a yearly report on rule-of-law government",
        "check that it is the right file; it was built all the same",
    ),
    "KG006": (
        "error",
        "the encoding is none of UTF-8, UTF-16, GB18030 and Big5: {why}",
        "save the file as UTF-8",
    ),
    "KG007": (
        "error",
        "files of type {suffix} are not read",
        "convert it to .docx, .pdf or plain text (.txt)",
    ),
    "KG008": (
        "warning",
        "the reporting division could not be identified: {why}",
        "name the town with its county in the title or the issuer's line",
    ),
    "KG009": (
        "warning",
        "{other} reports on the same division and year with another text",
        "keep the version that counts; both are in the graph",
    ),
    "KG010": ("warning", "the same report was read already as {other}", "remove one of the two files"),
    "KG011": (
        "error",
        "there is nothing to read in {where}",
        "give files or folders that hold reports (docs/formats.md)",
    ),
    "KG012": (
        "error",
        "the graph could not be read: {why}",
        "run kg build, name its folder with --from, or mend the file",
    ),
    "KG013": ("error", "the query could not be run: {why}", "see kg query --list, or docs/querying.md"),
    "KG014": ("error", "the vocabulary is not usable: {why}", "mend the file at the place named"),
    "KG015": (
        "error",
        "the report could not be built: {why}",
        "report this as a bug, with the file if you can",
    ),
    "KG016": (
        "error",
        "the output could not be written: {why}",
        "check the folder's permissions and free space",
    ),
    "KG017": (
        "error",
        "the base IRI is not usable: {why}",
        "give an absolute http or https IRI that ends in / or #",
    ),
    "KG018": (
        "warning",
        "the folder holds files that are not read: {types}",
        "convert those that are reports to .docx, .pdf or plain text (.txt)",
    ),
    "KG019": (
        "error",
        "the graph has nothing that is called {asked} and can be explained",
        "give an entity's name or the IRI of an entity, a mention, a claim, a figure or a statement",
    ),
    "KG020": (
        "error",
        "the store did not take the data: {why}",
        "check its address, the protocol and the credentials (docs/importing.md); run kg load again to go on",
    ),
    "KG021": (
        "error",
        "the process that built it ended: it was killed, crashed, or had too little memory",
        "build it alone, with --jobs 1, or with fewer jobs",
    ),
    "KG022": (
        "error",
        "the label {label} of {entry} is on {other}",
        "keep it where it belongs; a label names one thing",
    ),
    "KG023": (
        "error",
        "{entry} is placed below {broader}, but {why}",
        "name an entry of the same class that is wider",
    ),
    "KG024": (
        "error",
        "the entry {entry} is not whole: {why}",
        "see docs/vocabulary.md for what an entry needs",
    ),
    "KG025": (
        "error",
        "reading {format} needs the package {package}, which is not installed",
        "pip install 'fazhi-kg[formats]'",
    ),
    "KG026": (
        "error",
        "{format} is converted by LibreOffice, {why}",
        "install LibreOffice (its command soffice must be found), or save the file as .docx",
    ),
    "KG027": (
        "error",
        "the file is not readable as {format}: {why}",
        "open it in its own program and save it again",
    ),
    "KG028": (
        "error",
        "the pages are pictures: scanned, without text",
        "have it recognised (--ocr), and check what comes of it",
    ),
    "KG029": (
        "warning",
        "pages without text were left out: {pages}",
        "if they are scanned and belong to the report, have them recognised (--ocr)",
    ),
    "KG030": (
        "error",
        "the file goes beyond a limit: {what}",
        "if it is a report all the same, raise the limit (docs/formats.md)",
    ),
    "KG031": (
        "error",
        "another build is writing to this folder",
        "wait until it has ended, or give this one another folder (-o)",
    ),
    "KG032": (
        "warning",
        "pages were recognised from pictures (OCR): {pages}",
        "hold names and figures against the pages: of clean print, one character in forty is wrong",
    ),
    "KG033": (
        "error",
        "scanned pages are recognised by Tesseract, which is not installed or does not know Chinese",
        "install Tesseract with its data for Simplified Chinese (on Debian: tesseract-ocr-chi-sim)",
    ),
    "KG034": (
        "error",
        "a package is not installed that this needs: {package}",
        "pip install 'fazhi-kg[cluster]'; for a URL its protocol's package too, s3fs for s3 (docs/cluster.md)",
    ),
    "KG035": (
        "error",
        "the cluster could not go on: {why}",
        "check the scheduler's address and that workers are connected; run it again to go on (docs/cluster.md)",
    ),
    "KG036": (
        "error",
        "a worker was refused: {why}",
        "give every machine the same installation, inputs and output; run it again to go on (docs/cluster.md)",
    ),
    "KG037": (
        "error",
        "in this output the build would remove what others have put into the folder {folder}",
        "give the build a folder of its own (-o)",
    ),
    "KG038": (
        "error",
        "files of type {suffix} are not written",
        "give a name that ends in .graphml, .gexf or .jsonld, or that of a folder for tables",
    ),
    "KG039": (
        "error",
        "the graph holds no report of {asked}",
        "give the place's name, the end of it or its code, and a year, as the graph's index.html lists them",
    ),
    "KG040": (
        "warning",
        "the word {label} of {entry} has no effect in a file of your own",
        "leave it out: the words of a report's outline are read from the program's own outline.ttl alone (docs/vocabulary.md)",
    ),
    "KG041": (
        "error",
        "annotated or built reports could not be read: {why}",
        "give files in the format of OUT/reports/NAME.json, as kg build writes them (docs/record.schema.json)",
    ),
    "KG042": (
        "error",
        "kg serve needs the package {package}, which is not installed",
        "pip install 'fazhi-kg[serve]'",
    ),
    "KG043": (
        "warning",
        "the reporting town {name} is in no list: it was merged or renamed, or its name is misspelt",
        "check the name; the report was built as that of a town of its own, without a code",
    ),
}
