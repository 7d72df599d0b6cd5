export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <header>head</header>
        {children}
      </body>
    </html>
  );
}
