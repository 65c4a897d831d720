"""What people wrote in a survey, looked at before anybody else reads it."""
