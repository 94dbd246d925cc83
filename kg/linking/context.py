"""What the identities of one report are made with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.lexicon.bureaus import bureaus
from kg.lexicon.division import Division
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.places import Places
from kg.linking.registry import Registry
from kg.model.report import Authority


@dataclass(frozen=True, slots=True)
class Context:
    """One report's places and entities, and the vocabulary that they are told by."""

    places: Places
    registry: Registry
    vocabulary: Vocabulary
    unplaced: str
    """The scope of what only this report knows."""
    level: str
    """The kind of division that reports, where it is not known which (县 of 我县), as far as it is said."""

    @classmethod
    def of(
        cls,
        fingerprint: str,
        home: Division | None,
        vocabulary: Vocabulary,
        towns: Sequence[Division] = (),
        level: str = "",
    ) -> "Context":
        """That of the report with this fingerprint of the division ``home``, before anything is linked; ``towns``: those that it
        names and no list has; ``level``: the kind of division that reports, where it is not known which."""
        places = Places(home, bureaus(vocabulary), unlisted=towns)
        return cls(places, Registry(), vocabulary, f"unplaced-{fingerprint}", level)

    def at_seat(self, seat: Division) -> "Context":
        """It, where the branch reports that is that district's."""
        return replace(self, places=self.places.at_seat(seat))

    @property
    def scope(self) -> str:
        """In which names are unique: the reporting division's key, or the report alone when it is not known."""
        return self.places.home.key if self.places.home else self.unplaced

    @property
    def linked(self) -> Authority:
        """How a thing is linked that is named within the scope."""
        return "local" if self.places.home else "unlinked"
