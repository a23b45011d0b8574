/// Finding layers and groups of a model by words, operators, shapes, types and attributes.
@NullMarked
package dev.lathe.model.search;

import org.jspecify.annotations.NullMarked;
