"""Columns by letter, as spreadsheets name them, and by number from 0."""


def column_index(letters: str) -> int:
    """A → 0, Z → 25, AA → 26; -1 for what no column is called."""
    if not 0 < len(letters) < 4 or not letters.isascii() or not letters.isalpha():
        return -1
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def column_letter(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    while index >= 0:
        letters, index = chr(65 + index % 26) + letters, index // 26 - 1
    return letters
