"""Planning law in numbers: tables in, tables out, no geometry."""
