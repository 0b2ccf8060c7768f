"""The browser app: ``create_app`` and one blueprint per page group."""
