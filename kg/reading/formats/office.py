"""Formats of older word processors (.doc, .wps, .rtf, .odt): LibreOffice makes a .docx of them, which is read."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import KgError
from kg.reading.formats import docx
from kg.reading.formats.characters import Characters
from kg.reading.limits import Limits

FORMAT = "an older word processor's file"
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""A profile of its own for each file: no macro runs, no linked file or picture is fetched."""


def read(data: bytes, name: str, limits: Limits) -> Characters:
    """The characters of the .docx that LibreOffice makes of ``data``; locators are its paragraphs.

    Raises KgError: KG026 (LibreOffice is missing), KG027 (it makes nothing of the file), and as ``docx.read`` does.
    """
    program = soffice()
    if program is None:
        raise KgError("KG026", name, why="which is not installed", format=FORMAT)
    with TemporaryDirectory(prefix="kg-office-") as folder:
        work = Path(folder)
        (work / "profile" / "user").mkdir(parents=True)
        (work / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        (work / "in.doc").write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--norestore",
        ]
        command += ["--convert-to", "docx", "--outdir", str(work / "out"), str(work / "in.doc")]
        try:
            subprocess.run(command, capture_output=True, timeout=limits.seconds, check=False)
        except subprocess.TimeoutExpired as error:
            raise KgError("KG030", name, what=f"{limits.seconds} seconds of conversion") from error
        made = work / "out" / "in.docx"
        if not made.is_file():
            raise KgError("KG027", name, why="LibreOffice makes no document of it", format=FORMAT)
        return docx.read(made.read_bytes(), name, limits)


def soffice() -> str | None:
    """LibreOffice's command, or None when it is not installed."""
    mac = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
    return shutil.which("soffice") or shutil.which("libreoffice") or (mac if Path(mac).exists() else None)
