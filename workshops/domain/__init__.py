"""What may be said of workshops without a database: enums, countries, frozen values, rules."""
