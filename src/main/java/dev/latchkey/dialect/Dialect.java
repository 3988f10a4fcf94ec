package dev.latchkey.dialect;

import dev.latchkey.door.SortedApi;

/** One of the five APIs: its failures are sorted as every door's are. */
public abstract class Dialect extends SortedApi {}
