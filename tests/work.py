"""Work for processes, in a module that is quick to import."""

import os
from time import sleep

DEAD = -1


def square(number: int) -> int:
    sleep(0.02 * (number % 3))
    return number * number


def deadly(number: int) -> int:
    """Ends its process at 3 and 4."""
    if number in (3, 4):
        os._exit(1)
    return square(number)


def fails(number: int) -> int:
    raise ValueError(number)


def dead(_: int) -> int:
    return DEAD
