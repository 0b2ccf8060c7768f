"""From a file to an Episode: layouts, speakers, times, metadata."""
