"""The entities of one report, gathered mention by mention."""

from typing import Any

from kg.linking.keys import NATION
from kg.model import Entity, EntityType


class Registry:
    """Collects identities with their surface forms; a key is added once."""

    def __init__(self) -> None:
        self._index: dict[str, int] = {}
        self._villages: dict[str, list[int]] = {}  # by the last part of their keys
        self._drafts: list[dict[str, Any]] = []
        self._forms: list[dict[str, None]] = []

    def add(
        self,
        key: str,
        type_: EntityType,
        kind: str,
        name: str,
        linked: str,
        form: str | None = None,
        place: str | None = None,
        facts: tuple[tuple[str, str], ...] = (),
    ) -> int:
        """The index of the entity with this key, made when it is new; ``form`` joins its surface forms."""
        at = self._index.get(key)
        if at is None:
            at = self._index[key] = len(self._drafts)
            scope = None if place == NATION else place
            self._drafts.append(
                {
                    "key": key,
                    "type": type_,
                    "kind": kind,
                    "name": name,
                    "linked": linked,
                    "place": scope,
                    "facts": facts,
                }
            )
            self._forms.append({})
            if key.startswith("division/"):
                self._villages.setdefault(key.rpartition("/")[2], []).append(at)
        if form:
            self._forms[at][form] = None
        return at

    def seen_as(self, at: int, form: str) -> None:
        """Record a surface form of the entity at an index."""
        self._forms[at][form] = None

    def find(self, key: str) -> int | None:
        """The index of the entity with this key, if there is one."""
        return self._index.get(key)

    def villages(self, local: str) -> list[int]:
        """The indexes of the villages with this last part of their key."""
        return self._villages.get(local, [])

    def is_division(self, at: int) -> bool:
        """Whether the entity at an index is a division."""
        return bool(self._drafts[at]["type"] == "Division")

    def class_of(self, at: int) -> tuple[EntityType, str]:
        """Type and kind of the entity at an index."""
        return self._drafts[at]["type"], str(self._drafts[at]["kind"])

    def scope(self, at: int) -> str | None:
        """The key of the place that the entity at an index is of, or is; None for one of the whole country."""
        draft = self._drafts[at]
        own = str(draft["key"]).partition("/")[2] if draft["type"] == "Division" else draft["place"]
        return None if own is None else str(own)

    def name(self, at: int) -> str:
        """The name of the entity at an index."""
        return str(self._drafts[at]["name"])

    def called(self, at: int) -> list[str]:
        """The name and the surface forms of the entity at an index."""
        return [self.name(at), *self._forms[at]]

    def bodies(self) -> dict[str, list[int]]:
        """The indexes of the organizations in each place's scope, by the place."""
        found: dict[str, list[int]] = {}
        for at, draft in enumerate(self._drafts):
            if draft["type"] == "Organization" and draft["place"]:
                found.setdefault(draft["place"], []).append(at)
        return found

    def entities(self) -> tuple[Entity, ...]:
        """The entities, with names made unique: a second one of a name gets ``#2``."""
        seen: dict[str, int] = {}
        made = []
        for draft, forms in zip(self._drafts, self._forms, strict=True):
            name = str(draft["name"])
            seen[name] = count = seen.get(name, 0) + 1
            unique = name if count == 1 else f"{name}#{count}"
            made.append(Entity(**draft | {"name": unique, "forms": tuple(forms) or (name,)}))
        return tuple(made)
