/// A reader of flatbuffers that believes nothing that a file says of itself.
@NullMarked
package dev.lathe.model.flatbuffer;

import org.jspecify.annotations.NullMarked;
