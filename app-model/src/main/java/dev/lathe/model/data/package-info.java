/// Labelled and unlabelled data sets and their preprocessing.
@NullMarked
package dev.lathe.model.data;

import org.jspecify.annotations.NullMarked;
