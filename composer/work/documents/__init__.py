"""Letters made into files: in a house style, for one council or many, looked at before they go out."""
