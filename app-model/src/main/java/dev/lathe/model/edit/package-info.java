/// Changes that can be made to a model.
@NullMarked
package dev.lathe.model.edit;

import org.jspecify.annotations.NullMarked;
