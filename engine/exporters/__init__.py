"""What an evaluated circuit can be written as, for other programs and for documents."""
