/// How a model is executed, as far as this module needs to know.
@NullMarked
package dev.lathe.model.run;

import org.jspecify.annotations.NullMarked;
