"""Reads the pages of a folder and names each link in them that leads nowhere in it: a file that is not there, or a place
that its page does not have. Addresses on the network are not looked up.

    python3 tests/dead_links.py FOLDER
"""

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """What a page links to, and the places that it can be linked at."""

    def __init__(self, text):
        super().__init__()
        self.links, self.places = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src") and value:
                self.links.add(value)
            elif name == "id" and value:
                self.places.add(value)


def dead(folder):
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    if not pages:
        sys.exit(f"there is no page in {folder}")
    checked = 0
    for path, page in sorted(pages.items()):
        for link in sorted(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            checked += 1
            target = path
            if parts.path:
                # A page of errors is served from anywhere, so its links start at the top.
                start = folder.resolve() if parts.path.startswith("/") else path.parent
                target = (start / unquote(parts.path).lstrip("/")).resolve()
            if not target.exists():
                yield f"{path.relative_to(folder.resolve())}: {link}: there is no such file"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].places:
                yield f"{path.relative_to(folder.resolve())}: {link}: the page has no such place"
    print(f"{checked} links on {len(pages)} pages")


if __name__ == "__main__":
    found = list(dead(Path(sys.argv[1])))
    for line in found:
        print(line, file=sys.stderr)
    sys.exit(1 if found else 0)
