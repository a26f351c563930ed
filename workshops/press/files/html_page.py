"""Web pages: the article with its lines; scripts, menus, sharing, captions and what else frames it are left out."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from workshops.domain.file_problems import TOO_HEAVY
from workshops.errors import UnreadableFile
from workshops.press.files.lines import Block, joined, row
from workshops.press.reading import decode

_NEVER: Final = (
    "script,style,noscript,template,nav,aside,form,button,select,svg,math,iframe,object,audio,video,figure,dialog,"
    "[hidden],[aria-hidden=true],[role=navigation],[role=banner],[role=contentinfo],[role=search],"
    "[role=complementary],[role=menu],[role=dialog]"
)
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_APART: Final = frozenset({*_HEADINGS, "p", "blockquote"})
_BLOCKS: Final = frozenset(
    {*_HEADINGS, "p", "div", "section", "article", "main", "header", "footer", "address", "blockquote", "center"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "pre", "hr", "details", "summary", "fieldset", "tbody", "thead", "tfoot"}
    | {"caption", "table", "tr", "td", "th", "body", "html", "figcaption", "hgroup", "search"}
)
_FRAME_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|share|sharing|social|related|cookies?|newsletter|sidebar|skip|"
    r"masthead|pagination|comments|advert|advertisement|promo|popup|modal)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_WHITE: Final = re.compile(r"\s+")
_DEEPEST: Final = 300
"""Nesting of elements that is followed; what lies deeper is one line."""
_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_NEED_NO_END: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
    | {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option"}
)
_MOST_NESTED: Final = 5_000
"""Elements one in the other that are opened at all: no page needs a hundredth, and the time grows with the square."""
_MOST_OF_IT: Final = 0.4
"""The share of a page's text that cannot be its frame, whatever the element is called."""


def text_of(body: bytes) -> str:
    """The text of a web page in whatever encoding."""
    return text_of_page(_decoded(body))


def text_of_page(page: str) -> str:
    """The text of a web page. Raises `UnreadableFile` (422) for one that is nested without end."""
    if _nesting(page) > _MOST_NESTED:
        raise UnreadableFile(TOO_HEAVY, status=422)
    tree = LexborHTMLParser(page)
    if tree.body is None:
        return ""
    _remove(tree.css(_NEVER))
    root = _article(tree.body)
    _drop_frame(root)
    blocks = [*_headline(tree.body, root), *_blocks(root, 0)]
    return joined(blocks)


def _nesting(page: str) -> int:
    """How many elements stand one in the other at the most, as far as their tags tell."""
    depth = deepest = 0
    for tag in _TAG.finditer(page):
        if tag[2].lower() not in _NEED_NO_END:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _decoded(body: bytes) -> str:
    """UTF-8 where it is valid UTF-8, since many pages name another encoding; else as the page says; else guessed."""
    said = _CHARSET.search(body[:4096])
    if said and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        for encoding in ("utf-8", said[1].decode("ascii")):
            try:
                return body.decode("cp1252" if encoding.lower() in ("iso-8859-1", "latin1", "latin-1") else encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(body)


def _article(body: LexborNode) -> LexborNode:
    """The element that holds the article: `main`, else the longest `article` if it is most of the page, else all."""
    mains = body.css("main,[role=main]")
    if mains:
        return max(mains, key=_length)
    longest = max(body.css("article"), key=_length, default=body)
    return longest if _length(longest) >= _MOST_OF_IT * _length(body) else body


def _length(node: LexborNode) -> int:
    return len(node.text(deep=True))


def _drop_frame(root: LexborNode) -> None:
    """Take out heads and feet of the page, and boxes whose names say that they are no article."""
    _remove(
        node
        for node in root.css("header,footer")
        if node.css_first("h1") is None and all(one.tag not in ("article", "main") for one in _parents(node))
    )
    most = _MOST_OF_IT * _length(root)
    _remove(
        node
        for node in root.css("[class],[id]")
        if _is_frame(node) and node.mem_id != root.mem_id and node.css_first("h1") is None and _length(node) < most
    )


def _is_frame(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return _FRAME_NAMES.search(names) is not None


def _remove(nodes: Iterable[LexborNode]) -> None:
    """Take nodes out of the tree; one inside another goes with it and must not be touched again."""
    by_place = {node.mem_id: node for node in nodes}
    outermost = [node for node in by_place.values() if all(one.mem_id not in by_place for one in _parents(node))]
    for node in outermost:
        node.decompose()


def _parents(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def _headline(body: LexborNode, root: LexborNode) -> list[Block]:
    """The headline where it stands outside the article's element."""
    first = body.css_first("h1")
    if first is None or root.css_first("h1") is not None:
        return []
    return [Block(_WHITE.sub(" ", first.text(deep=True)), stands_apart=True)]


def _blocks(node: LexborNode, depth: int) -> Iterator[Block]:
    """The paragraphs below a block element: each run of text and inline elements is one."""
    line: list[str] = []
    for child in node.iter(include_text=True):
        if child.tag in _BLOCKS and depth < _DEEPEST:
            yield from _ended(line, node)
            if child.tag == "tr":
                yield from row(_blocks(cell, depth + 1) for cell in child.iter() if cell.tag in ("td", "th"))
            elif child.tag == "pre":
                yield Block(child.text(deep=True), stands_apart=True)
            else:
                yield from _blocks(child, depth + 1)
        else:
            yield from _inline(child, line, node, depth)
    yield from _ended(line, node)


def _inline(node: LexborNode, line: list[str], block: LexborNode, depth: int) -> Iterator[Block]:
    """Adds to the line; gives blocks where an inline element holds some, as links around paragraphs do."""
    if node.tag == "-text":
        line.append(_WHITE.sub(" ", node.text_content or ""))
    elif node.tag == "br":
        line.append("\n")
    elif depth >= _DEEPEST or not any(one.tag in _BLOCKS or one.tag == "br" for one in node.traverse()):
        line.append(_WHITE.sub(" ", node.text(deep=True)))
    else:
        for child in node.iter(include_text=True):
            if child.tag in _BLOCKS:
                yield from _ended(line, block)
                yield from _blocks(child, depth + 1)
            else:
                yield from _inline(child, line, block, depth + 1)


def _ended(line: list[str], block: LexborNode) -> Iterator[Block]:
    text = "".join(line)
    line.clear()
    if text.strip():
        yield Block(text, stands_apart=block.tag in _APART)
