"""What holds of sentences, words, tags and phrases."""

from __future__ import annotations

import socket
import time

import nltk
import pytest
from HanTa.HanoverTagger import HanoverTagger

from quizapp import language
from quizapp.sentences.english import is_english
from quizapp.tagging import Tagger


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dr. Fridman met Prof. Hinton. They talked.",
            ["Dr. Fridman met Prof. Hinton.", "They talked."],
        ),
        ("It costs $1.5 million. That is a lot.", ["It costs $1.5 million.", "That is a lot."]),
        ("We use noise, e.g. dropout. It works.", ["We use noise, e.g. dropout.", "It works."]),
        (
            "It grew from 1.5 to 3.0. Then it stopped.",
            ["It grew from 1.5 to 3.0.", "Then it stopped."],
        ),
        ("A man known as S.F. ran far. He won.", ["A man known as S.F. ran far.", "He won."]),
        ("J. S. Bach wrote it. Mozart did not.", ["J. S. Bach wrote it.", "Mozart did not."]),
        ("In Jan. 2012 it won. In May it lost.", ["In Jan. 2012 it won.", "In May it lost."]),
        ("Apple Inc. was sold. Nobody saw it.", ["Apple Inc. was sold.", "Nobody saw it."]),
        ("Visit openai.com. It is there.", ["Visit openai.com.", "It is there."]),
        ('He asked, "Why?" Then he left.', ['He asked, "Why?"', "Then he left."]),
        ("“I can see it.” “Me too.”", ["“I can see it.”", "“Me too.”"]),
        ("one line\nand the\n\n next. End", ["one line and the next.", "End"]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        (" \n ", []),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert language.sentences(text) == expected


def test_sentences_lose_no_letter() -> None:
    text = "See Fig. 3 of vol. 2! It shows A vs. B, i.e. noise… Does it? “Yes.” (Perhaps.) It does."
    assert "".join(language.sentences(text)).replace(" ", "") == text.replace(" ", "")


def test_words_keep_hyphens_and_numbers_whole_and_marks_apart() -> None:
    assert language.words("Isn't state-of-the-art 99.5% right, though?") == [
        *("Is", "n't", "state-of-the-art", "99.5", "%", "right", ",", "though", "?")
    ]
    assert language.plain_words("“Don’t” use back‑propagation!") == [
        "don’t",
        "use",
        "back-propagation",
    ]


def test_tags_point_at_their_words() -> None:
    sentence = "The model’s error won’t fall – it has 1.5 billion “weights”."
    tokens = language.tag(sentence)
    assert all(sentence[t.start : t.end] == t.text for t in tokens)
    assert "".join(t.text for t in tokens) == sentence.replace(" ", "")
    assert {t.text for t in tokens if not t.is_word} == {"–", "“", "”", "."}
    assert {t.text: t.tag for t in tokens}["1.5"] == "CRD"
    assert {t.text for t in tokens if t.is_noun} == {"model", "error", "weights"}
    assert "has" in {t.text for t in tokens if t.is_verb}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The convolutional neural network AlexNet won the contest in 2012.",
            ["convolutional neural network AlexNet", "contest"],
        ),
        ("Large language models predict the next word.", ["Large language models", "next word"]),
        ("The cost function of the game isn't clear.", ["cost function", "game"]),
        ("GPT-2 has 1.5 billion parameters.", ["GPT-2", "1.5 billion parameters"]),
        ("They ran and he slept.", []),
        ("", []),
    ],
)
def test_noun_phrases_are_whole_and_without_articles(sentence: str, expected: list[str]) -> None:
    assert [phrase.text for phrase in language.noun_phrases(sentence)] == expected


def test_a_phrase_knows_its_head_number_and_place() -> None:
    sentence = "Today the deep neural networks of Geoffrey Hinton are old."
    networks, hinton = (
        p for p in language.noun_phrases(sentence) if p.head.text in ("networks", "Hinton")
    )
    assert sentence[networks.start : networks.end] == networks.text
    assert networks.is_plural
    assert not networks.is_name
    assert hinton.is_name
    assert not hinton.is_plural


def test_stems_bring_the_forms_of_a_word_together() -> None:
    assert len({language.stem(w) for w in ("network", "Networks", "networking")}) == 1
    assert len({language.stem(w) for w in ("vibrate", "vibrates", "vibrating", "vibration")}) == 1
    assert language.stem("don’t") == language.stem("don't")


def test_rarity_orders_words_as_people_meet_them() -> None:
    common = [language.zipf(w) for w in ("the", "people", "network", "neural", "backpropagation")]
    assert common == sorted(common, reverse=True)
    assert 7 < common[0] < 8
    assert language.zipf("Sutskever") == 0


def test_content_is_what_is_left_without_grammar() -> None:
    text = "It isn't the size of the networks that we have, but the data."
    assert language.content_words(text) == ["size", "networks", "data"]
    assert language.content_stems("state-of-the-art networks") == ["state", "art", "network"]
    assert language.is_function_word("Don’t")
    assert not language.is_function_word("network")


def test_a_claim_has_a_finite_verb() -> None:
    assert language.is_sentence("Overparameterization helps networks, and it was known.")
    assert not language.is_sentence("The future of deep learning")


def test_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(nltk, "download", refuse)
    monkeypatch.setattr(nltk.data, "find", refuse)
    for cached in (language._sentence_tokenizer, language._tagger, language._stemmer):
        cached.cache_clear()
    language.stem.cache_clear()
    language.tag.cache_clear()
    assert language.sentences("Dr. Who came. He left.") == ["Dr. Who came.", "He left."]
    assert [p.text for p in language.noun_phrases("The old doctor left.")] == ["old doctor"]
    assert language.stem("doctors") == "doctor"


def test_english_is_told_from_other_languages() -> None:
    english = (
        "The bees that live in the old hive are the ones which I have kept for many years. " * 2
    )
    german = "Die Bienen im alten Stock sind jene, welche wir seit vielen Jahren hier halten. " * 2
    assert is_english(english)
    assert not is_english(german)
    assert is_english("Adenosin")


def test_a_long_row_of_digits_costs_no_time() -> None:
    start = time.process_time()
    assert is_english("1" * 200_000)
    assert time.process_time() - start < 5


def test_the_best_row_of_tags_is_the_one_that_trying_all_tags_finds() -> None:
    trying_all = HanoverTagger("morphmodel_en.pgz")
    for sentence in (
        "The model’s error won’t fall, though its 1.5 billion weights were trained on Wikipedia.",
        "Overparameterised nets learn: left to themselves, they left the others behind.",
        "Zzxqy blorfed a grumbleweed in Überlingen!",
        "NO",
    ):
        words = language.words(sentence)
        assert Tagger().tags(words) == trying_all.tag_sent(words, taglevel=0)
    assert Tagger().tags([]) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Owls hunt at night.", True),
        ("Japanese saws cut on the pull stroke.", True),
        ("Prices set by monks.", False),
        ("Songs put to paper.", False),
    ],
)
def test_a_plural_at_the_start_does_what_its_bare_verb_says(text: str, claims: bool) -> None:
    assert language.is_sentence(text) is claims
