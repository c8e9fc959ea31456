"""How a document becomes pages: each writer a plain function of the document and its house style; export never decides."""
