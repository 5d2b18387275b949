"""The conversations: pure functions over stored answers, without input, output, clock or randomness."""
