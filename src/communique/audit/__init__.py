"""What `communique check` looks at beside what a build finds: the site, the bytes of wires, names that look alike."""
