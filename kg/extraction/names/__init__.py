"""What has a name: programmes, laws, honours, events, doctrines; and which candidates become mentions."""
