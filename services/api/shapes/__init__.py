"""What reads answer with: one module for each thing, its shape in JSON and how it is made from a row.

Shapes are a contract of their own: rows may change, these only with a new version of the API. Moments are ISO 8601 in UTC, days
are of the hospital's zone, holders and streams are ids, words are opened (null where they were erased). Knows rows and the
views' answers, no store and no request.
"""
