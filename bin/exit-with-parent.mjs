// Loaded into the web server with --import. When the process that started it is killed outright, nothing can tell the
// server to stop but the channel between the two breaking: without this it would go on holding the port.
if (process.channel) process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
