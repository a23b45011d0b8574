/// The hierarchy of a model's layers: modules, repeated blocks, parts.
@NullMarked
package dev.lathe.model.group;

import org.jspecify.annotations.NullMarked;
