"""What may be said of a change from one time to the next, and no more."""

from assessments.scoring import PRACTICAL, Change


def changed(change: Change, since: str) -> str:
    """So: "Fell by 14 since 20 Mar, by 4 to 24: more than chance, and enough to matter."""
    by, low, high = (round(one) for one in (change.difference, change.low, change.high))
    bounds = sorted((abs(low), abs(high)))
    match change.verdict:
        case "rose" | "fell":
            word = "Rose" if change.verdict == "rose" else "Fell"
            return f"{word} by {abs(by)} since {since}, by {bounds[0]} to {bounds[1]}: more than chance, and enough to matter."
        case "too_small_to_matter":
            word = "higher" if by > 0 else "lower"
            return f"{abs(by)} {word} than on {since}: more than chance, and too little to matter (less than {PRACTICAL:.0f})."
        case "not_distinguishable" if by == 0:
            return f"As on {since}."
        case "not_distinguishable":
            word = "Better" if by > 0 else "Worse"
            return f"{word} than on {since}, not certain: by {by:+}, and anything from {low:+} to {high:+} may be so."
        case "not_computable":
            return f"Nothing can be said of a change since {since}."
