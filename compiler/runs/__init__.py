"""What became of tournaments, by Metaflow's metadata: found, shown, compared, exported."""
