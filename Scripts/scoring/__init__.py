"""What Scripts/score measures with. No code of the reader's is used: the record is read as JSON, the source as bytes."""
