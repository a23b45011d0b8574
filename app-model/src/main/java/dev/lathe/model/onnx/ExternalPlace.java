package dev.lathe.model.onnx;

/// Where the elements of a tensor are in a data file.
///
/// @param location the file, relative to the folder of the model
/// @param offset bytes from the start of the file
/// @param length bytes
record ExternalPlace(String location, long offset, long length) {}
