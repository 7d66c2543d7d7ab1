"""Whose figure it is and who is on the other side: the names of a story, who acts in a clause, deals, trade and debts."""
