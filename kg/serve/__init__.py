"""A build as a server: the SPARQL 1.1 Protocol, its IRIs, its pages."""
