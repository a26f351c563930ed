"""The pages: read, call one service, answer."""
