"""How a component of the pipeline is made: from the vocabulary, by a factory registered with spaCy."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kg.lexicon.vocabulary import Vocabulary, load_named

Component = Callable[[Doc], Doc]
Maker = Callable[[Vocabulary], Component]


def component(name: str) -> Callable[[Maker], Maker]:
    """Register the decorated function as the ``Language.factory`` ``name``.

    The factory's one setting, ``vocabulary``, holds paths of the user's own vocabulary files, read with the shipped
    ones.
    """

    def register(make: Maker) -> Maker:
        def factory(nlp: Language, name: str, vocabulary: list[str]) -> Component:  # noqa: ARG001 (spaCy's signature)
            return make(load_named(vocabulary))

        Language.factory(name, default_config={"vocabulary": []}, func=factory)
        return make

    return register
