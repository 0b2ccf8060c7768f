"""All cards: searched as you type, sorted, and changed many at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from quizapp.errors import QuizappError
from quizapp.model import CardStatus
from quizapp.store import curation, library, moving, search, tags
from quizapp.store.database import writing
from quizapp.store.search import QueryError
from quizapp.web.connection import db, now
from quizapp.web.navigation import back, notify
from quizapp.web.rewriting import replaced
from quizapp.web.wording import amount

pages = Blueprint("browse", __name__, url_prefix="/cards")

A_PAGE = 50

_REVERSIBLE = 60
"""So many cards fit into the cookie that carries the way back."""

SORTS = {
    "fit": "Best match",
    "episode": "Episode",
    "order": "Order of introduction",
    "due": "Due first",
    "answered": "Answered last",
    "changed": "Changed last",
    "interval": "Longest interval",
    "difficulty": "Most difficult",
    "lapses": "Most lapses",
}


@pages.get("")
def show() -> str:
    """The cards that a query finds; all of them without one."""
    query, sort = request.args.get("q", ""), request.args.get("sort", "fit")
    page = max(1, request.args.get("page", 1, type=int))
    problem, found = "", search.Found((), 0)
    try:
        found = search.search(
            db(), query, now(), sort=sort, limit=A_PAGE, offset=(page - 1) * A_PAGE
        )
    except QueryError as error:
        problem = error.message
    more = len(found.cards) == A_PAGE and (found.total is None or found.total > page * A_PAGE)
    return render_template(
        "cards.html",
        query=query,
        sort=sort if sort in SORTS else "fit",
        sorts=SORTS,
        search_words=search.SEARCH_WORDS,
        found=found,
        counted=search.COUNTED,
        problem=problem,
        titles={episode.slug: episode.title for episode in library.names(db())},
        page=page,
        here=address(query, sort, page),
        earlier=address(query, sort, page - 1) if page > 1 else None,
        later=address(query, sort, page + 1) if more else None,
    )


def address(query: str, sort: str, page: int = 1) -> str:
    """The address of a page of results."""
    said = {"q": query, "sort": sort if sort != "fit" else "", "page": page if page > 1 else ""}
    kept = {name: value for name, value in said.items() if value}
    return url_for("browse.show") + (f"?{urlencode(kept)}" if kept else "")


@pages.post("/bulk")
def bulk() -> Response:
    """Do one thing to all cards that were chosen, or to all that the query finds."""
    form = request.form
    here = address(form.get("q", ""), form.get("sort", "fit"), form.get("page", 1, type=int))
    act = _ACTS.get(form.get("act", ""))
    if act is None:
        raise BadRequest(
            "Cards can be suspended, asked again, rejected, tagged, moved or reworded."
        )
    chosen = _chosen()
    if not chosen:
        notify("No card is chosen.")
        return redirect(here, 303)
    try:
        with writing(db()):
            done = act(chosen)
        notify(done.words, reverse=done.reverse)
    except QuizappError as error:
        notify(f"Nothing was changed: {error.message}.")
    return redirect(here, 303)


@pages.post("/bulk/back")
def bring_back() -> Response:
    """Give cards the status they had before many were changed; the address says which."""
    with writing(db()):
        for said in request.args.getlist("was"):
            card_id, _, status = said.partition(" ")
            if status == CardStatus.RETIRED:
                curation.take_back(db(), card_id)
            elif status in {one.value for one in CardStatus}:
                library.set_status(db(), card_id, CardStatus(status), now())
    notify("As it was.")
    return back()


@pages.post("/bulk/moved-back")
def move_back() -> Response:
    """Put notes back into the episodes they were moved out of; the address says which."""
    with writing(db()):
        for said in request.args.getlist("was"):
            note_id, _, slug = said.partition(" ")
            if library.is_there(db(), slug):
                moving.put(db(), note_id, slug)
    notify("As it was.")
    return back()


def _reverse(endpoint: str, was: Sequence[str]) -> str | None:
    """The address that takes an act back; None for too many cards to name in one."""
    return url_for(endpoint, was=was) if 0 < len(was) <= _REVERSIBLE else None


def _chosen() -> Sequence[str]:
    if "all" in request.form:
        return search.ids(db(), request.form.get("q", ""), now())
    return request.form.getlist("card")


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done, in words, and the address that takes it back, where there is one."""

    words: str
    reverse: str | None = None


def _decided(status: CardStatus, done: str) -> Callable[[Sequence[str]], _Done]:
    def act(chosen: Sequence[str]) -> _Done:
        few = chosen if len(chosen) <= _REVERSIBLE else ()
        was = [f"{one} {library.card(db(), one).card.status}" for one in few]
        for card_id in chosen:
            library.set_status(db(), card_id, status, now())
        return _Done(f"{amount(len(chosen), 'card')} {done}.", _reverse(".bring_back", was))

    return act


def _tag(chosen: Sequence[str]) -> _Done:
    tag = tags.cleaned(request.form.get("tag", ""))
    return _Done(f"{amount(tags.add_tag(db(), chosen, tag, now()), 'card')} tagged “{tag}”.")


def _untag(chosen: Sequence[str]) -> _Done:
    tag = tags.cleaned(request.form.get("tag", ""))
    number = tags.remove_tag(db(), chosen, tag, now())
    return _Done(f"The tag “{tag}” is taken off {amount(number, 'card')}.")


def _move(chosen: Sequence[str]) -> _Done:
    slug = request.form.get("episode", "")
    moved = moving.move(db(), chosen, slug)
    if not moved.cards:
        return _Done("Nothing moved: the cards are there already.")
    rest = " The other cards of the same facts went with them." if moved.siblings else ""
    was = [f"{note} {place}" for note, place in moved.was.items()]
    words = f"{amount(moved.cards, 'card')} moved to “{library.title(db(), slug)}”.{rest}"
    return _Done(words, _reverse(".move_back", was))


def _replace(chosen: Sequence[str]) -> _Done:
    wanted, instead = request.form.get("find", ""), request.form.get("instead", "")
    number = replaced(db(), chosen, wanted, instead, now())
    return _Done(f"{amount(number, 'card')} reworded.")


_ACTS: dict[str, Callable[[Sequence[str]], _Done]] = {
    "suspend": _decided(CardStatus.SUSPENDED, "suspended"),
    "unsuspend": _decided(CardStatus.ACTIVE, "asked again"),
    "reject": _decided(CardStatus.REJECTED, "rejected"),
    "tag": _tag,
    "untag": _untag,
    "move": _move,
    "replace": _replace,
}
