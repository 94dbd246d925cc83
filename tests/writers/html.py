"""Pages as government sites publish them: menus around an article, its metadata in a table above it."""

from collections.abc import Sequence
from html import escape

MENU = "".join(
    f'<li><a href="/{at}.html">{word}</a></li>'
    for at, word in enumerate(["首页", "政务公开", "政务服务", "互动交流"])
)
RELATED = "".join(
    f'<li><a href="/r{at}.html">关于某事项的通知，请各单位遵照执行第{at}号</a></li>' for at in range(12)
)


def html_bytes(
    paragraphs: Sequence[str],
    *,
    encoding: str = "utf-8",
    declared: str | None = None,
    table: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A page with the paragraphs as its article; the first is its heading."""
    rows = "".join(
        f"<tr><td><b>{escape(name)}</b></td><td>{escape(value)}</td></tr>" for name, value in table
    )
    body = "".join(f"<p style='text-indent:2em'>&emsp;&emsp;{escape(text)}</p>\n" for text in paragraphs[1:])
    page = f"""<!DOCTYPE html>
<html lang="zh"><head><meta http-equiv="Content-Type" content="text/html; charset={declared or encoding}">
<title>{escape(paragraphs[0])}_某某门户网站</title><style>p {{ margin: 0 }}</style>
<script>var a = "，。，。，。" * 1000;</script></head>
<body><div class="header"><ul class="nav">{MENU}</ul></div>
<div class="main"><div class="side"><ul>{RELATED}</ul></div>
<div class="content"><div class="meta"><table>{rows}</table></div>
<h1>{escape(paragraphs[0])}</h1>
<div class="text" id="zoom">{body}</div>
<div class="share">分享：<a href="#">微信</a> <a href="#">微博</a></div></div></div>
<div class="footer"><p>主办：<a href="/">某某</a></p><p>版权所有</p></div></body></html>"""
    return page.encode(encoding, "xmlcharrefreplace")
