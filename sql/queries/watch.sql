-- Queries of yimen-watch, supervision and figures.  Account: watch.

