"""What a trainee sees: one panel that draws any game from its form and view."""
