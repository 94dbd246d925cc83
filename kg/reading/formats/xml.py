"""XML of files from outside: no entity is expanded, no other file or address is asked for, no document type is taken."""

from lxml import etree

from kg.errors import KgError, cause

Element = etree._Element


def parse(data: bytes, name: str, part: str, format_: str) -> Element:
    """The root of ``data``. Raises KgError KG027 when it is not well-formed, or declares a document type.

    No format read here has a document type; one can only be there for its entities (OWASP: XML external entity
    prevention).
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise KgError("KG027", name, part, why=cause(error), format=format_) from error
    if root is None or root.getroottree().docinfo.doctype:
        raise KgError("KG027", name, part, why="it declares a document type", format=format_)
    return root


def local(element: Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
