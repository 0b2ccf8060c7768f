"""One conversation retold in many layouts: what stands in it is the same in all of them."""
