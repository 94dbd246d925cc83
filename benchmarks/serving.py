"""How a server holds under load: answers a second, and how long 95 of 100 clients wait at most.

    python benchmarks/serving.py URL [--clients 8] [--queries 2000]

URL is that of a running ``kg serve``. The saved questions that answer quickly are asked in turn, by so many clients
at once, each over a connection of its own.
"""

import argparse
import http.client
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from kg.query import questions


class Load(NamedTuple):
    """What the clients met."""

    seconds: list[float]
    """Of each answer."""
    errors: list[str]
    whole: float
    """Seconds from the first question to the last answer."""

    @property
    def p95(self) -> float:
        """Seconds within which 95 of 100 answers were there."""
        return statistics.quantiles(self.seconds, n=20)[-1]


def load(url: str, clients: int, queries: int) -> Load:
    """Ask ``queries`` saved questions of the server at ``url``, shared among ``clients``."""
    names = [question.name for question in questions()]
    begin = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        shares = [range(client, queries, clients) for client in range(clients)]
        parts = list(pool.map(lambda share: _client(url, [names[n % len(names)] for n in share]), shares))
    whole = time.perf_counter() - begin
    return Load([s for part, _ in parts for s in part], [e for _, part in parts for e in part], whole)


def _client(url: str, names: list[str]) -> tuple[list[float], list[str]]:
    seconds, errors = [], []
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    for name in names:
        begin = time.perf_counter()
        try:
            connection.request("GET", f"/questions/{quote(name)}", headers={"Accept": "text/csv"})
            response = connection.getresponse()
            body = response.read()
            if response.status != 200 or not body:
                errors.append(f"{name}: {response.status} {body[:80]!r}")
        except (OSError, http.client.HTTPException) as error:
            errors.append(f"{name}: {type(error).__name__}: {error}")
            connection.close()
        seconds.append(time.perf_counter() - begin)
    connection.close()
    return seconds, errors


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--queries", type=int, default=2_000)
    options = parser.parse_args()
    found = load(options.url, options.clients, options.queries)
    for error in found.errors[:10]:
        print(error)
    print(
        f"{len(found.seconds):,} queries by {options.clients} clients: {len(found.errors)} errors, "
        f"{len(found.seconds) / found.whole:,.0f} a second, median {statistics.median(found.seconds) * 1000:.0f} ms, "
        f"p95 {found.p95 * 1000:.0f} ms, longest {max(found.seconds) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
