console.log('hi', process.cwd())
