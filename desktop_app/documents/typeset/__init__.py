"""Thai text set on a page: words, shaped runs, lines, paragraphs, tables, pages."""
