"""The pure core: nouns, the rules that span them and the policies that follow from facts.

One noun is one module, always in the order commands, events, state, evolve, decide, balls. `rules/` decides over several
nouns, `policies/` turns facts and time into commands, `was/` lifts old bodies to today's shape. Nouns import only
`kernel`, rules import nouns, policies import rules. Nothing here reads a clock, a store or the network.
"""
