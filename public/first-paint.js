// Runs before the page is painted, so that chosen colours do not follow a flash of the system's own.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? 'auto';
