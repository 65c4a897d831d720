"""The clock is let act, the views are made anew, a lost password is replaced."""

from msgspec import to_builtins

from services import balloting, prompting
from services.clerk.access import OPERATOR
from services.errands.errand import Answer, Password
from services.errands.naming import NotFound, holder_called
from services.house import House
from services.reader import rebuild as regrow
from services.starting.accounts import Account, renew
from services.wording.time_words import number_of
from workflows.trail import Note


def tick(house: House) -> Answer:
    """Everything that is due by now happens; what waits in the intake stays there until its own hour."""
    followed = house.policies.pull()
    done = house.policies.tick() + balloting.count(house)
    prompting.prompt(house)
    house.reader.pull()
    said = (
        f"{done} things fell due and {followed} followed from what happened." if done or followed else "Nothing is due."
    )
    return Answer((said,), {"due": done, "followed": followed, "waiting": len(house.intake.waiting())})


def rebuild(house: House) -> Answer:
    """The views grown anew beside those in use, compared, swapped."""
    house.reader.pull()
    rebuilt = regrow.rebuild(house.reader)
    found = "are the same as before" if rebuilt.same else "differ from those in use until now, which are replaced"
    said = [f"The views grew again from {rebuilt.at:,} facts and {found}."]
    if rebuilt.since:
        said.append(f"It went on from fact {rebuilt.since:,}, where it was interrupted before.")
    return Answer(tuple(said), to_builtins(rebuilt))


def password(house: House, asked: Password) -> Answer:
    """A new password for somebody's sign-in, shown once; or the end of it."""
    called = asked.person
    person = house.people.person(holder_called(house, called))
    login = house.people.logins().get(person.id) if person else None
    if person is None or login is None:
        raise NotFound(f"{called} has no sign-in; `heard start --people FILE` opens one for everybody in the file.")
    if asked.shut:
        house.accounts.close(person.id)
        return Answer((f"{person.name} can no longer sign in, on any machine or by any program.",), {"login": login})
    if asked.phone:
        house.second_factors.forget(person.id)
    account = renew(house.accounts, person, login)
    return Answer(written((account,)), {"login": account.login, "password": account.password})


def written(accounts: tuple[Account, ...]) -> tuple[str, ...]:
    """Sign-ins as they are handed out, once."""
    if not accounts:
        return ()
    wide = max(len(account.login) for account in accounts)
    lines = [f"  {account.login:<{wide}}  {account.password}  {account.name}" for account in accounts]
    return (f"{number_of(len(accounts), 'sign-in')}, shown this once; hand them out and keep no list:", *lines)


def pulse(house: House) -> Answer:
    """How far ledger and views are."""
    stopped = house.reader.stopped
    found = {
        "head": house.ledger.head()[0],
        "views": house.reader.store.at,
        "stopped": str(stopped) if stopped else None,
    }
    return Answer((), found)


def verified(house: House) -> Answer:
    """That everything was checked stands among the looks at what is restricted: whoever checks it has read all of it."""
    house.looks.note(OPERATOR, Note(how="verified", what="ledger"))
    return Answer()
