// The first file of this module; goes when the module has its own.
