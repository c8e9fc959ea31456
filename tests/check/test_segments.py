"""What a sentence knows of its words is what is in them."""

import pytest

from composer.check.analyser import segments_of
from composer.check.phrases import parts_of
from composer.domain.document import Origin, Paragraph, Text
from tests.check.test_checker_cache import SAMPLES

TEXTS = (*SAMPLES, "  Eerst dit.\n\u00a0Dan dat: “niet dit”. ", "De V&VN-leden, d.w.z. zij_allen, en İzmir.", "", " ")


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_counted_and_taken_apart_as_those_of_the_whole(text: str) -> None:
    for run in segments_of((Paragraph((Text(text),), Origin("eigen")),)):
        assert run.length == len(text.split())
        for start, sentence in zip(run.starts, run.sentences, strict=True):
            assert run.text.startswith(sentence.text, start)
            assert sentence.length == len(sentence.text.split())
            assert sentence.parts >= parts_of(sentence.text)
            assert sentence.unquoted != sentence.text or sentence.parts == parts_of(sentence.text)
