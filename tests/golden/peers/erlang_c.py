"""Erlang C by its definition in exact rational arithmetic; prints erlang_c_exact.csv. Cooper (1981), Introduction to Queueing Theory, 3.5."""
from fractions import Fraction
from math import factorial


def delay(servers, load):
    top = load**servers / factorial(servers) * Fraction(servers, 1) / (servers - load)
    return top / (sum(load**k / factorial(k) for k in range(servers)) + top)


print("servers,load,delay,mean_wait")
for servers, load in [(1, "1/10"), (1, "9/10"), (2, "1"), (3, "5/2"), (5, "4"), (6, "5/2"), (10, "8"), (10, "99/10"), (20, "15"),
                      (55, "48"), (100, "90"), (200, "199"), (500, "480")]:
    load = Fraction(load)
    c = delay(servers, load)
    print(f"{servers},{float(load)!r},{float(c)!r},{float(c / (servers - load))!r}")
