// Nothing: the object libraries of the precompiled headers need a source.
