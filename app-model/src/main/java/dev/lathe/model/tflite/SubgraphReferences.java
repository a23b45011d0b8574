package dev.lathe.model.tflite;

import dev.lathe.model.flatbuffer.DamagedFlatbufferException;
import dev.lathe.model.graph.AttributeValue;

/// What stands for a subgraph that an option refers to by number.
interface SubgraphReferences {

    /// The subgraph itself, or its number if it cannot be nested here.
    AttributeValue graph(int number) throws DamagedFlatbufferException;

    /// The subgraphs themselves, or their numbers if one of them cannot be nested here.
    AttributeValue graphs(int[] numbers) throws DamagedFlatbufferException;
}
